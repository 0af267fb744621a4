"""WHERE reports come from: files, folders and standard input become captures. It never uses the network."""
