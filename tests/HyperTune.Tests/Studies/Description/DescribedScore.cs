namespace HyperTune.Tests.Description;

[Metrics]
internal readonly partial record struct DescribedScore([Maximize] double Accuracy, [Minimize] double Seconds, [AtMost(512)] double Memory);
