namespace HyperTune;

/// <summary>Settings of <see cref="Strategy.Gradient(GradientOptions)"/>.</summary>
public sealed record GradientOptions
{
    /// <summary>The default of <see cref="DifferenceStep"/>.</summary>
    public const double DefaultDifferenceStep = 1e-4;

    /// <summary>The default of <see cref="LearningRate"/>.</summary>
    public const double DefaultLearningRate = 0.05;

    /// <summary>The default of <see cref="NoisySteps"/>.</summary>
    public const int DefaultNoisySteps = 60;

    /// <summary>How many starting points are tried before the first local run begins, at the best of them.</summary>
    /// <value>At least 1, or <see langword="null"/> (default) for the square root of the number of trials, at least 3 and at most 10.</value>
    public int? StartTrials { get; init; }

    /// <summary>Whether the space's default point is the first one to be tried.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool StartWithDefault { get; init; } = true;

    /// <summary>What the objective's derivatives are worth.</summary>
    /// <value>Default: <see cref="GradientQuality.Automatic"/>.</value>
    public GradientQuality Quality { get; init; }

    /// <summary>What is done about derivatives that the objective does not give.</summary>
    /// <value>Default: <see cref="MissingDerivatives.Estimate"/>.</value>
    public MissingDerivatives Missing { get; init; }

    /// <summary>How far a difference reaches that stands for a missing derivative, as a share of the parameter's range on its own scale.</summary>
    /// <value>Above 0 and at most 0.1. Default: 1e-4, for an objective without noise; one with noise needs more.</value>
    public double DifferenceStep { get; init; } = DefaultDifferenceStep;

    /// <summary>The first length of a step where derivatives are noisy, as a share of a parameter's range on its own scale.</summary>
    /// <value>Above 0 and at most 1. Default: 0.05.</value>
    public double LearningRate { get; init; } = DefaultLearningRate;

    /// <summary>How many steps a local run takes where derivatives are noisy.</summary>
    /// <value>At least 4. Default: 60.</value>
    public int NoisySteps { get; init; } = DefaultNoisySteps;
}
