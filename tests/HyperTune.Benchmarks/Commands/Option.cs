namespace HyperTune.Benchmarks;

/// <summary>An option of a command.</summary>
/// <param name="Name">Its name with the leading dashes.</param>
/// <param name="Value">What its value is, for the help; <see langword="null"/> for a switch without a value.</param>
/// <param name="Help">What it does, with the default.</param>
internal sealed record Option(string Name, string? Value, string Help);
