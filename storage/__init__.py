"""MEMORY: tables, repositories, encryption and one unit of work. May use `flows` and `messages`; knows no channel."""
