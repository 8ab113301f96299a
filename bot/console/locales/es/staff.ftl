name = Nombre
role = Función
