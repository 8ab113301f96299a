"""The intake, one stage per file. Declarations only: no logic lives here."""
