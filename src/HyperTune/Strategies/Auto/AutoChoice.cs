namespace HyperTune;

/// <summary>The strategies that <see cref="Strategy.Auto()"/> chooses from.</summary>
internal enum AutoChoice
{
    /// <summary>Every config of the space once, in shuffled order.</summary>
    Enumeration,

    /// <summary>Gaussian processes.</summary>
    Bayesian,

    /// <summary>The tree-structured Parzen estimator.</summary>
    Tpe,
}
