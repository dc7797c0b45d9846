using HyperTune.Numerics;

namespace HyperTune.Models.GaussianProcesses;

/// <summary>Fits to the same trials that tell noise from shape. They share their memory: one at a time.</summary>
internal sealed class NoiseFits
{
    private static readonly LbfgsSettings Settings = HyperparameterFit.Settings with { MaximumIterations = 15 };

    private readonly int _dimension;
    private readonly LogPosterior _function;

    /// <param name="points">The inputs.</param>
    /// <param name="numericCount">How many of their dimensions are numeric.</param>
    /// <param name="outputs">The outputs, standardized.</param>
    public NoiseFits(PointSet points, int numericCount, ReadOnlySpan<double> outputs)
    {
        _dimension = points.Dimension;
        _function = new LogPosterior(points, numericCount, outputs, HyperparameterPrior.ForNoise(_dimension));
    }

    /// <summary>Finds out how large the noise is, from three starts: little noise, much noise, and a rough objective without any.</summary>
    /// <param name="largestNoise">What the noise's variance can be at most.</param>
    /// <param name="cancellationToken">Ends the fit.</param>
    /// <returns>As that of <see cref="HyperparameterFit.Run"/>.</returns>
    public double[] FindNoise(double largestNoise, CancellationToken cancellationToken)
    {
        var prior = HyperparameterPrior.ForNoise(_dimension, largestNoise);
        (double Value, double[] Logarithms) best = Climb(prior, prior.NoisyStart(), cancellationToken);
        best = Better(best, Climb(prior, prior.RoughStart(), cancellationToken));
        return Better(best, Climb(prior, prior.Start, cancellationToken)).Logarithms;
    }

    /// <summary>Fits with the strategies' prior and a noise that is known already.</summary>
    /// <param name="logarithms">The fit that knows the noise, from <see cref="FindNoise"/>.</param>
    /// <param name="cancellationToken">Ends the fit.</param>
    /// <returns>As that of <see cref="HyperparameterFit.Run"/>.</returns>
    public double[] FitWithNoise(double[] logarithms, CancellationToken cancellationToken)
    {
        var prior = HyperparameterPrior.WithNoise(_dimension, logarithms[^1]);
        return Better(Climb(prior, prior.Start, cancellationToken), Climb(prior, logarithms, cancellationToken)).Logarithms;
    }

    /// <summary>By how much the outputs' log-likelihood with noise is larger than that of the best fit without any, however rough.</summary>
    /// <param name="logarithms">The fit with noise, from <see cref="FindNoise"/>.</param>
    /// <param name="enough">A gain up to which it is not asked whether another fit without noise is better still.</param>
    /// <param name="cancellationToken">Ends the fit.</param>
    public double GainOf(double[] logarithms, double enough, CancellationToken cancellationToken)
    {
        var noisy = HyperparameterPrior.ForNoise(_dimension);
        _function.Prior = noisy;
        double withNoise = _function.Evaluate(logarithms) + noisy.LogDensity(logarithms);
        var exact = HyperparameterPrior.WithoutNoise(_dimension);
        (double Value, double[] Logarithms) best = Climb(exact, exact.RoughStart(), cancellationToken);
        if (GainOver(best) <= enough)
        {
            return GainOver(best);
        }

        var start = new double[logarithms.Length];
        for (int i = 0; i < start.Length; i++)
        {
            start[i] = Math.Clamp(logarithms[i], exact.Lower[i], exact.Upper[i]);
        }

        return GainOver(Better(best, Climb(exact, start, cancellationToken)));

        double GainOver((double Value, double[] Logarithms) end) => end.Value + exact.LogDensity(end.Logarithms) - withNoise;
    }

    private static (double Value, double[] Logarithms) Better((double Value, double[] Logarithms) first, (double Value, double[] Logarithms) second)
        => second.Value < first.Value ? second : first;

    private (double Value, double[] Logarithms) Climb(HyperparameterPrior prior, ReadOnlySpan<double> start, CancellationToken cancellationToken)
    {
        _function.Prior = prior;
        return HyperparameterFit.Climb(_function, prior, start, Settings, cancellationToken);
    }
}
