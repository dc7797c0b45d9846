namespace HyperTune.Pruning.Auto;

/// <summary>What is known of a trial at one of its steps.</summary>
/// <param name="Loss">The loss there, smaller is better.</param>
/// <param name="Slope">The loss there minus the one at half of that time.</param>
/// <param name="Extrapolation">What <see cref="PowerLaw"/> predicts for the end.</param>
internal readonly record struct CurvePoint(double Loss, double Slope, double Extrapolation);
