### The research permission, changeable at any time by one word. Neutral, apart from care, default no.

## Research, at any time

# The word that opens this at any time, alone in a message.
research-word = investigación
research-stands_no = Ahora no lo permite.
research-stands_yes = Ahora sí lo permite.
# Must achieve: how it stands now, that a no changes nothing, one plain choice. Awaiting signature.
research-change =
    Su permiso para investigación. { $stands }
    Decir que no, no cambia nada en su atención. ¿Permite que sus datos, sin su nombre, se usen en estudios?
# Must achieve: noted, and the way back named. Awaiting signature.
research-given = Anotado: lo permite. Puede cambiarlo cuando quiera. Basta con escribir “investigación”.
# Must achieve: honoured for everything from now on; care unchanged. Awaiting signature.
research-withdrawn = Anotado: no lo permite. Desde ahora sus datos no entran en estudios nuevos. Su atención sigue igual.
