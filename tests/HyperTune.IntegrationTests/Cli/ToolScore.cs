namespace HyperTune.IntegrationTests.Cli;

/// <summary>Two objectives, a limit and a record.</summary>
[Metrics]
internal readonly partial record struct ToolScore([Maximize] double Accuracy, [Minimize] double Seconds, [AtMost(3)] int Memory, [Record] string Note);
