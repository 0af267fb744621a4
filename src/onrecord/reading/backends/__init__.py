"""Language models behind one function: text in, parse out."""
