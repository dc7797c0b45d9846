using System.Linq;

namespace HyperTune.Generators.Model;

/// <summary>Everything that the emitter must know about a type marked as a set of metrics. See <see cref="SpaceModel"/> for the contract of models.</summary>
internal sealed record MetricsModel
{
    /// <summary>The generated file's name.</summary>
    public required string HintName { get; init; }

    /// <summary>The namespace with escaped parts, or null for the global one.</summary>
    public required string? Namespace { get; init; }

    /// <summary>The containing types, outermost first.</summary>
    public required EquatableArray<TypePartModel> Containers { get; init; }

    /// <summary>The type itself, as a part of it is declared.</summary>
    public required TypePartModel Part { get; init; }

    /// <summary>The name as users read it, without namespace and escapes.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The fully qualified name.</summary>
    public required string TypeName { get; init; }

    /// <summary>The first error that the rules found, or null. Where there is one, a stub with the same API is emitted.</summary>
    public required FaultModel? Fault { get; init; }

    /// <summary>Whether the rules found no error.</summary>
    public bool IsValid => Fault is null;

    /// <summary>The name of the descriptor class.</summary>
    public required string DescriptorName { get; init; }

    /// <summary>Whether the user has a member named <c>Metrics</c>.</summary>
    public required bool HasOwnMetricsMember { get; init; }

    /// <summary>The arguments of the constructor that makes an outcome; empty for the one without arguments.</summary>
    public required EquatableArray<MetricArgumentModel> Arguments { get; init; }

    /// <summary>The names of required members that are neither metrics nor records.</summary>
    public required EquatableArray<string> OtherRequired { get; init; }

    /// <summary>The metrics in source order.</summary>
    public required EquatableArray<MetricModel> Metrics { get; init; }

    /// <summary>The records in source order.</summary>
    public required EquatableArray<RecordModel> Records { get; init; }

    /// <summary>Whether exactly one metric has a direction.</summary>
    public bool HasOneObjective => Metrics.Count(static metric => metric.Direction is not null) == 1;
}
