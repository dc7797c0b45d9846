namespace HyperTune.Benchmarks;

/// <summary>What one study with a limit came to.</summary>
/// <param name="Regret">The best allowed value minus the smallest there is; infinite where no trial was allowed.</param>
/// <param name="AllowedShare">The share of trials that were allowed.</param>
internal sealed record ConstrainedStudy(double Regret, double AllowedShare);
