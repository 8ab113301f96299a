"""Reading free text into labels: corpora, properties, and the walk over every label."""
