using System.Reflection;
using HyperTune.Generators;
using Microsoft.CodeAnalysis;

namespace HyperTune.Benchmarks;

/// <summary>Why each of the generator's steps ran, or why it did not have to.</summary>
internal sealed class RunReasons
{
    private static readonly string[] StepNames =
        [.. typeof(TrackingNames).GetFields(BindingFlags.Static | BindingFlags.Public).Select(static field => (string)field.GetRawConstantValue()!)];

    private readonly List<(string Step, IncrementalStepRunReason Reason, int Count)> _counts = [];

    private RunReasons(GeneratorRunResult result)
    {
        foreach (string name in StepNames.Where(result.TrackedSteps.ContainsKey))
        {
            Count(name, result.TrackedSteps[name]);
        }

        Count("output", result.TrackedOutputSteps.SelectMany(static steps => steps.Value));
    }

    /// <summary>How many steps of the generator's own did new work: their results are neither taken from the cache nor equal to what they were.</summary>
    public int Changed => _counts.Where(static count => count.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)).Sum(static count => count.Count);

    /// <summary>How many files were written anew.</summary>
    public int Emitted => _counts.Where(static count => count is { Step: "output", Reason: not IncrementalStepRunReason.Cached }).Sum(static count => count.Count);

    public static RunReasons Of(SourceProject project, Edit edit)
    {
        GeneratorDriver driver = project.CreateDriver(new SearchSpaceGenerator(), edit, tracksSteps: true);
        GeneratorRunResult result = driver.RunGenerators(project.After(edit)).GetRunResult().Results.Single();
        return result.Exception is { } exception ? throw new InvalidOperationException("The generator failed.", exception) : new RunReasons(result);
    }

    public override string ToString()
        => string.Join("; ", _counts.GroupBy(static count => count.Step).Select(static step
            => $"{step.Key}: {string.Join(", ", step.Select(static count => $"{count.Count} {count.Reason}"))}"));

    private void Count(string name, IEnumerable<IncrementalGeneratorRunStep> steps)
        => _counts.AddRange(steps
            .SelectMany(static step => step.Outputs)
            .GroupBy(static output => output.Reason)
            .Select(reason => (name, reason.Key, reason.Count())));
}
