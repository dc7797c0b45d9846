namespace HyperTune.Strategies.Nsga;

/// <summary>A completed trial as a genetic algorithm sees it.</summary>
/// <param name="Number">The trial's number.</param>
/// <param name="Point">Its point of the unit cube.</param>
/// <param name="Losses">Its objectives, smaller is better.</param>
/// <param name="Violation">By how much it breaks the limits; 0 where it keeps them.</param>
internal sealed record Individual(int Number, double[] Point, double[] Losses, double Violation);
