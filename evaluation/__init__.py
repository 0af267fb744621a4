"""How well onrecord reads: annotated reports, their scorers and the gate that keeps the scores up."""
