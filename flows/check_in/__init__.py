"""The check-in after a treatment. Declarations only: no logic lives here."""
