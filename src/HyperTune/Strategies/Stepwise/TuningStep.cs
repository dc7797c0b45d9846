using System.Collections.Immutable;
using HyperTune.Numerics;

namespace HyperTune;

/// <summary>One step of <see cref="Strategy.Stepwise(TuningStep[])"/>: some parameters that are tuned together while all others keep their best values so far.</summary>
public sealed record TuningStep
{
    /// <summary>Creates a step.</summary>
    /// <param name="trials">How many trials it takes; at least 1. Fewer, where its parameters have fewer configs.</param>
    /// <param name="parameters">
    /// Its parameters, such as <c>C.Space.Depth</c>; at least one. <c>C.Space.Hidden.Each.Units</c> stands for those of all elements of a list.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The number of trials is below 1.</exception>
    /// <exception cref="ArgumentException">There are no parameters.</exception>
    public TuningStep(int trials, params Parameter[] parameters)
    {
        Guard.AtLeast(trials, 1);
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Length == 0)
        {
            throw new ArgumentException("A step needs at least one parameter to tune.", nameof(parameters));
        }

        Trials = trials;
        Parameters = [.. parameters];
    }

    /// <summary>How many trials the step takes.</summary>
    public int Trials { get; }

    /// <summary>The parameters that are tuned together.</summary>
    public ImmutableArray<Parameter> Parameters { get; }

    /// <summary>What chooses their values.</summary>
    /// <value>By default <see cref="HyperTune.Strategy.Auto()"/>.</value>
    public Strategy Strategy
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Strategy));
    }
    = Strategy.Auto();

    /// <summary>The parameters, the number of trials and the strategy in words.</summary>
    public override string ToString() => $"{string.Join(" + ", Parameters.Select(static parameter => parameter.Name))}: {Trials} trials of {Strategy}";
}
