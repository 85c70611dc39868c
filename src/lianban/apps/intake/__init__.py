"""From a one-time notice to an application: the draft of the form, the materials, the vault."""
