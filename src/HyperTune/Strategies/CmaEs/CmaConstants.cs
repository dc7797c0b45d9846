namespace HyperTune.Strategies.CmaEs;

/// <summary>The constants of CMA-ES for a number of coordinates and a size of the population, as Hansen's tutorial recommends them.</summary>
/// <remarks>
/// Equation numbers are those of N. Hansen, "The CMA evolution strategy: a tutorial", 2016 (arXiv 1604.00772); those of the separable variant are from R. Ros
/// and N. Hansen, "A simple modification in CMA-ES achieving linear time and space complexity", PPSN 2008.
/// </remarks>
internal sealed class CmaConstants
{
    public CmaConstants(int dimensions, int population, bool isSeparable)
    {
        double d = dimensions;
        Dimensions = dimensions;
        Population = population;
        ParentCount = population / 2;
        double[] raw = [.. Enumerable.Range(1, population).Select(i => Math.Log((population + 1) / 2.0) - Math.Log(i))];                     // (49)
        MuEff = EffectiveCount(raw.AsSpan(0, ParentCount));
        double muEffMinus = EffectiveCount(raw.AsSpan(ParentCount));
        C1 = 2 / (((d + 1.3) * (d + 1.3)) + MuEff);                                                                                          // (57)
        double cMu = 2 * (MuEff - 2 + (1 / MuEff)) / (((d + 2) * (d + 2)) + MuEff);                                                          // (58)
        CMu = Math.Min(1 - C1 - 1e-8, isSeparable ? cMu * (d + 2) / 3 : cMu);
        double alpha = Math.Min(
            CMu > 0 ? 1 + (C1 / CMu) : 1,                                                                                                    // (50)
            Math.Min(1 + (2 * muEffMinus / (MuEff + 2)), CMu > 0 ? (1 - C1 - CMu) / (d * CMu) : 1));                                         // (51), (52)
        double positive = raw.Where(static weight => weight > 0).Sum();
        double negative = -raw.Where(static weight => weight < 0).Sum();
        Weights = [.. raw.Select(weight => weight >= 0 ? weight / positive : alpha * weight / negative)];                                    // (53)
        CSigma = (MuEff + 2) / (d + MuEff + 5);                                                                                              // (55)
        DSigma = 1 + (2 * Math.Max(0, Math.Sqrt((MuEff - 1) / (d + 1)) - 1)) + CSigma;                                                       // (55)
        CC = isSeparable ? 4 / (d + 4) : (4 + (MuEff / d)) / (d + 4 + (2 * MuEff / d));                                                      // (56)
        ExpectedLength = Math.Sqrt(d) * (1 - (1 / (4 * d)) + (1 / (21 * d * d)));
        GenerationsPerBasis = Math.Max(1, (int)(1 / (10 * d * (C1 + CMu))));
    }

    /// <summary>d, the number of coordinates.</summary>
    public int Dimensions { get; }

    /// <summary>lambda, the number of samples in a generation.</summary>
    public int Population { get; }

    /// <summary>mu, the number of samples with a positive weight.</summary>
    public int ParentCount { get; }

    /// <summary>w_i, the weights of the samples, best first; those behind the parents are negative.</summary>
    public double[] Weights { get; }

    /// <summary>mu_eff, the variance-effective number of parents.</summary>
    public double MuEff { get; }

    /// <summary>c_sigma, the learning rate of the step size's path.</summary>
    public double CSigma { get; }

    /// <summary>d_sigma, the damping of the step size.</summary>
    public double DSigma { get; }

    /// <summary>c_c, the learning rate of the covariance's path.</summary>
    public double CC { get; }

    /// <summary>c_1, the learning rate of the rank-one update.</summary>
    public double C1 { get; }

    /// <summary>c_mu, the learning rate of the rank-mu update.</summary>
    public double CMu { get; }

    /// <summary>chi_d, the expected length of a standard normal vector.</summary>
    public double ExpectedLength { get; }

    /// <summary>After how many generations the eigenvectors are computed again, so that they cost no more than the rest.</summary>
    public int GenerationsPerBasis { get; }

    // (sum w)^2 / sum w^2
    private static double EffectiveCount(ReadOnlySpan<double> weights)
    {
        double sum = 0;
        double squares = 0;
        foreach (double weight in weights)
        {
            sum += weight;
            squares += weight * weight;
        }

        return squares > 0 ? sum * sum / squares : 0;
    }
}
