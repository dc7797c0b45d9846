namespace HyperTune;

/// <summary>What the derivatives of an objective are worth to <see cref="Strategy.Gradient(GradientOptions)"/>.</summary>
public enum GradientQuality
{
    /// <summary>They count as exact until a local run finds that the values differ from what they say by more than a bend explains; it then goes on as with noise.</summary>
    Automatic = 0,

    /// <summary>They belong to the values: a local run ends where no step along them makes the value smaller.</summary>
    Exact = 1,

    /// <summary>Values or derivatives are noisy, for instance from batches of the data: steps go by their averages.</summary>
    Noisy = 2,
}
