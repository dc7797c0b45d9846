namespace HyperTune.Tests.Spectre;

/// <summary>A config whose value is markup and commands to a terminal.</summary>
[SearchSpace]
internal sealed partial record EvilConfig
{
    [Choice("[red]x[/]\u001b[2J\n\u001b]0;t\u0007")] public string Word { get; init; } = "[red]x[/]\u001b[2J\n\u001b]0;t\u0007";

    [Uniform(0, 1)] public double X { get; init; }
}
