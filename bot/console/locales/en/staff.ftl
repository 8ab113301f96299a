name = Name
role = Role
