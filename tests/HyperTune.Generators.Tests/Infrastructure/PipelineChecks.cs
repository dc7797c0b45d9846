using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Tests;

/// <summary>What must hold for the generator's pipeline whatever it is run on.</summary>
internal static class PipelineChecks
{
    /// <summary>All step names that the generator declares; read by reflection, so that a new one cannot escape.</summary>
    public static IReadOnlyList<string> StepNames { get; } =
        [.. typeof(TrackingNames).GetFields(BindingFlags.Static | BindingFlags.Public).Select(static field => (string)field.GetRawConstantValue()!)];

    /// <summary>Nothing that flows through the steps holds a symbol, a tree, a compilation or a location.</summary>
    public static void AssertNothingRooted(GeneratorRunResult result)
    {
        foreach (string name in StepNames.Where(result.TrackedSteps.ContainsKey))
        {
            foreach (object? value in result.TrackedSteps[name].SelectMany(static step => step.Outputs).Select(static output => output.Value))
            {
                AssertNotRooted(value, name);
            }
        }
    }

    /// <summary>The graph behind a value holds nothing that keeps a compilation alive.</summary>
    public static void AssertNotRooted(object? value, string path) => Visit(value, path, new HashSet<object>(ReferenceEqualityComparer.Instance));

    /// <summary>A run over an equal compilation computes nothing new and writes nothing.</summary>
    public static void AssertCached(GeneratorRunResult result)
    {
        foreach (string name in StepNames.Where(result.TrackedSteps.ContainsKey))
        {
            Assert.All(Reasons(result, name), static reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString()));
        }

        Assert.All(OutputReasons(result), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    public static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step)
        => result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Reason);

    public static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRunResult result)
        => result.TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static run => run.Outputs).Select(static output => output.Reason);

    private static void Visit(object? node, string path, HashSet<object> visited)
    {
        if (node is null or string || node.GetType().IsPrimitive || node.GetType().IsEnum || !visited.Add(node))
        {
            return;
        }

        // 'is', not a comparison of types: the concrete types are internal subclasses.
        Assert.False(node is Compilation or ISymbol or SyntaxNode or SyntaxTree or SemanticModel or Location or AttributeData, $"{path} holds a {node.GetType().Name}.");
        if (node is IEnumerable items)
        {
            foreach (object? item in items)
            {
                Visit(item, path + "[]", visited);
            }
        }

        foreach (FieldInfo field in node.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            Visit(field.GetValue(node), $"{path}.{field.Name}", visited);
        }
    }
}
