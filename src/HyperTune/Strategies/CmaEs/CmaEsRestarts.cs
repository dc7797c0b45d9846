namespace HyperTune;

/// <summary>What CMA-ES does when its distribution has shrunk to a point or no longer improves.</summary>
public enum CmaEsRestarts
{
    /// <summary>It goes on around that point.</summary>
    None,

    /// <summary>It starts again elsewhere with twice the population (A. Auger and N. Hansen, "A restart CMA evolution strategy with increasing population size", 2005).</summary>
    Ipop,

    /// <summary>
    /// It starts again elsewhere, alternately with twice the largest population so far and with a small one and a small step, so that both get as many trials
    /// (N. Hansen, "Benchmarking a BI-population CMA-ES on the BBOB-2009 function testbed", 2009).
    /// </summary>
    Bipop,
}
