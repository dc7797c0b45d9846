using System.Globalization;
using HyperTune.Models.GaussianProcesses;
using HyperTune.Models.Surrogates;
using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.Bayesian.Local;

/// <summary>Takes the steps that the local phase chooses, where the Gaussian process has nothing against them.</summary>
/// <param name="cube">The space.</param>
/// <param name="tried">The configs so far.</param>
/// <param name="budget">How many trials the study is to have; <see langword="null"/> where that is not known.</param>
internal sealed class LocalSteps(UnitCube cube, TriedConfigs tried, int? budget)
{
    // Above this share of the outputs' variance, a tenth of the deviation, a model of a few neighbours would follow the noise.
    private const double LargestNoise = 1e-2;

    // A step so many deviations worse than the best trial in the Gaussian process's view is left out. Without this, studies of many waves along the axes, which the
    // process knows, ended twice as high; with 1, turned bowls that it does not know stayed unsolved.
    private const double HopelessDeviations = 2;

    // A local model that promises so many times what it misses of trials that it does not know is asked alone: a turned bowl that it had found out exactly waited for
    // the process for tens of trials.
    private const double SureGain = 100;

    private readonly LocalPhase _phase = new(cube, budget);
    private readonly PointPrediction _prediction = new();
    private readonly double[] _point = new double[cube.Dimensions.Length];

    /// <summary>Takes note that the trials from number <paramref name="row"/> on have changed.</summary>
    public void Invalidate(int row) => _phase.Invalidate(row);

    /// <summary>Takes the step, if there is one.</summary>
    /// <param name="surrogate">The Gaussian process of all trials.</param>
    /// <param name="trials">All trials that ended, in order.</param>
    /// <param name="isEnding">Whether the study is about to end.</param>
    /// <param name="vector">Receives the vector.</param>
    /// <param name="cancellationToken">Ends the search for it.</param>
    /// <returns>What was done, in words; <see langword="null"/> where there is no step to take.</returns>
    public string? TryTake(Surrogate surrogate, ReadOnlySpan<Observation> trials, bool isEnding, Span<double> vector, CancellationToken cancellationToken)
    {
        if (IsNoisy(surrogate) || _phase.Choose(trials, isEnding, cancellationToken) is not { } step)
        {
            return null;
        }

        cube.Decode(step.Point, vector);
        if (cube.Space.FindViolatedConstraint(vector) is not null || tried.Contains(vector))
        {
            return null;
        }

        return step.Gain < SureGain * step.Model.Error && IsHopeless(surrogate, vector)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"a step within {step.Radius:P2} of each range around the best trial");
    }

    /// <summary>Whether steps around the best trial have nothing more to gain that counts.</summary>
    /// <param name="surrogate">The Gaussian process of all trials.</param>
    /// <param name="trials">All trials that ended, in order.</param>
    /// <param name="cancellationToken">Ends the search for the next step.</param>
    public bool HaveConverged(Surrogate surrogate, ReadOnlySpan<Observation> trials, CancellationToken cancellationToken)
        => !IsNoisy(surrogate) && _phase.HasConverged(trials, cancellationToken);

    private static bool IsNoisy(Surrogate surrogate)
    {
        GaussianProcess process = surrogate.Process;
        return process.Kernel.Hyperparameters.NoiseVariance * process.Inputs.Points.LargestNoiseWeight > LargestNoise;
    }

    private bool IsHopeless(Surrogate surrogate, ReadOnlySpan<double> vector)
    {
        ModelPoint.Encode(cube, vector, _point);
        _prediction.Predict(surrogate.Process, _point);
        return _prediction.Mean - (HopelessDeviations * Math.Sqrt(_prediction.Variance)) > surrogate.Outputs.Min();
    }
}
