"""Plants faults in large clean deliveries; the gate must find these and no others."""
