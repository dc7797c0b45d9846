namespace HyperTune;

/// <summary>What <see cref="Strategy.Gradient(GradientOptions)"/> does about derivatives that the objective does not give.</summary>
public enum MissingDerivatives
{
    /// <summary>Differences stand for them: at each step of a local run one further trial for each that is missing.</summary>
    Estimate = 0,

    /// <summary>A local run leaves the parameter at the value where it started, and only other starting points change it.</summary>
    Fix = 1,
}
