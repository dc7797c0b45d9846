namespace HyperTune.Strategies.CmaEs;

/// <summary>The normal distribution N(m, sigma^2 C) of CMA-ES, and how a generation changes it. Never changed, only followed by another.</summary>
/// <remarks>
/// Equation numbers are those of N. Hansen, "The CMA evolution strategy: a tutorial", 2016 (arXiv 1604.00772). Samples that were not drawn from this
/// distribution count no farther away than its own samples usually are (N. Hansen, "Injecting external solutions into CMA-ES", 2011).
/// </remarks>
internal sealed class CmaGaussian
{
    private const double SmallestStep = 1e-300;
    private const double LargestStep = 1e32;

    /// <summary>The lambda and learning rates.</summary>
    public required CmaConstants Constants { get; init; }

    /// <summary>m.</summary>
    public required double[] Mean { get; init; }

    /// <summary>sigma.</summary>
    public required double Step { get; init; }

    /// <summary>C.</summary>
    public required ICovariance Covariance { get; init; }

    /// <summary>p_sigma.</summary>
    public required double[] StepPath { get; init; }

    /// <summary>p_c.</summary>
    public required double[] CovariancePath { get; init; }

    /// <summary>g, the number of generations before.</summary>
    public int Generation { get; init; }

    /// <summary>Damped learning rates, where the option asks for them.</summary>
    public LearningRates? Rates { get; init; }

    /// <summary>How far a sample that was not drawn from here may be away, in standard deviations: sqrt(d) + 2d/(d+2).</summary>
    public double FarthestForeign => Math.Sqrt(Constants.Dimensions) + (2.0 * Constants.Dimensions / (Constants.Dimensions + 2));

    public static CmaGaussian At(double[] mean, double step, ICovariance covariance, CmaConstants constants, LearningRates? rates) => new()
    {
        Constants = constants,
        Mean = mean,
        Step = step,
        Covariance = covariance,
        StepPath = new double[mean.Length],
        CovariancePath = new double[mean.Length],
        Rates = rates,
    };

    /// <summary>Draws x = m + sigma C^(1/2) z (equations 38 to 40).</summary>
    /// <param name="random">The source of z.</param>
    /// <param name="x">Receives the sample.</param>
    public void Sample(ref RandomStream random, Span<double> x)
    {
        int d = Constants.Dimensions;
        Span<double> z = d <= 128 ? stackalloc double[d] : new double[d];
        foreach (ref double value in z)
        {
            value = random.NextNormal();
        }

        Sample(z, x);
    }

    /// <summary>The sample that belongs to a standard normal vector.</summary>
    /// <param name="z">The vector.</param>
    /// <param name="x">Receives the sample.</param>
    public void Sample(ReadOnlySpan<double> z, Span<double> x)
    {
        Covariance.Shape(z, x);
        for (int j = 0; j < Constants.Dimensions; j++)
        {
            x[j] = Mean[j] + (Step * x[j]);
        }
    }

    /// <summary>The distribution after a generation.</summary>
    /// <param name="samples">The samples, best first, row after row.</param>
    /// <param name="areOwn">Which of them were drawn from this distribution.</param>
    /// <param name="weights">w_i.</param>
    public CmaGaussian Next(ReadOnlySpan<double> samples, ReadOnlySpan<bool> areOwn, ReadOnlySpan<double> weights)
    {
        int d = Constants.Dimensions;
        int count = weights.Length;
        double[] steps = new double[count * d];
        double[] rankMu = new double[count];
        double[] yw = new double[d];
        double[] whitened = new double[d];
        double weightSum = 0;
        for (int i = 0; i < count; i++)
        {
            Span<double> y = steps.AsSpan(i * d, d);
            for (int j = 0; j < d; j++)
            {
                y[j] = (samples[(i * d) + j] - Mean[j]) / Step;
            }

            Covariance.Whiten(y, whitened);
            double length = Length(whitened);
            if (!areOwn[i] && length > FarthestForeign)
            {
                Scale(y, FarthestForeign / length);
                length = FarthestForeign;
            }

            for (int j = 0; weights[i] > 0 && j < d; j++)
            {
                yw[j] += weights[i] * y[j];                                                                                                  // (41)
            }

            rankMu[i] = Constants.CMu * (weights[i] >= 0 ? weights[i] : weights[i] * d / ((length * length) + 1e-8));                        // (46)
            weightSum += weights[i];
        }

        double[] mean = [.. Mean];
        Covariance.Whiten(yw, whitened);
        double keptStep = 1 - Constants.CSigma;
        double newStep = Math.Sqrt(Constants.CSigma * (2 - Constants.CSigma) * Constants.MuEff);
        double[] stepPath = new double[d];
        for (int j = 0; j < d; j++)
        {
            mean[j] += Step * yw[j];                                                                                                         // (42)
            stepPath[j] = (keptStep * StepPath[j]) + (newStep * whitened[j]);                                                                // (43)
        }

        double pathLength = Length(stepPath);
        double step = Step * Math.Exp(Constants.CSigma / Constants.DSigma * ((pathLength / Constants.ExpectedLength) - 1));                  // (44)
        double settled = Math.Sqrt(1 - Math.Pow(keptStep, 2 * (Generation + 1)));
        bool isUsual = pathLength / settled < (1.4 + (2 / (d + 1.0))) * Constants.ExpectedLength;
        double newPath = isUsual ? Math.Sqrt(Constants.CC * (2 - Constants.CC) * Constants.MuEff) : 0;
        double[] covariancePath = new double[d];
        for (int j = 0; j < d; j++)
        {
            covariancePath[j] = ((1 - Constants.CC) * CovariancePath[j]) + (newPath * yw[j]);                                                // (45)
        }

        double missing = isUsual ? 0 : Constants.C1 * Constants.CC * (2 - Constants.CC);
        double decay = 1 + missing - Constants.C1 - (Constants.CMu * weightSum);                                                             // (47)
        ICovariance covariance = Covariance.Next(decay, Constants.C1, covariancePath, rankMu, steps, Rates is null ? Constants.GenerationsPerBasis : 1);
        var next = new CmaGaussian
        {
            Constants = Constants,
            Mean = mean,
            Step = Math.Clamp(step, SmallestStep, LargestStep),
            Covariance = covariance,
            StepPath = stepPath,
            CovariancePath = covariancePath,
            Generation = Generation + 1,
        };
        return Rates is null ? next : Rates.Damp(this, next);
    }

    /// <summary>The same with another mean and another step size.</summary>
    public CmaGaussian With(double[] mean, double step) => new()
    {
        Constants = Constants,
        Mean = mean,
        Step = step,
        Covariance = Covariance,
        StepPath = StepPath,
        CovariancePath = CovariancePath,
        Generation = Generation,
        Rates = Rates,
    };

    /// <summary>The standard deviation of a coordinate: sigma sqrt(C_jj).</summary>
    public double Deviation(int coordinate) => Step * Math.Sqrt(Covariance.Variance(coordinate));

    private static double Length(ReadOnlySpan<double> vector)
    {
        double sum = 0;
        foreach (double value in vector)
        {
            sum += value * value;
        }

        return Math.Sqrt(sum);
    }

    private static void Scale(Span<double> vector, double factor)
    {
        foreach (ref double value in vector)
        {
            value *= factor;
        }
    }
}
