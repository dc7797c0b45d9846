using System.Collections.Frozen;

namespace HyperTune.Storage;

/// <summary>Which of the values that trials recorded somebody wants to know: logs need not keep the others.</summary>
internal sealed class WantedRecords
{
    private readonly FrozenSet<string>? _names;

    private WantedRecords(FrozenSet<string>? names) => _names = names;

    /// <summary>Not one.</summary>
    public static WantedRecords None { get; } = new(FrozenSet<string>.Empty);

    /// <summary>All, whatever they are called.</summary>
    public static WantedRecords All { get; } = new(null);

    /// <summary>Whether none is wanted.</summary>
    public bool IsNone => _names is { Count: 0 };

    /// <summary>Those with the names that a type has; all where the type is not known.</summary>
    public static WantedRecords Of(MetricsDescriptor metrics)
        => metrics.KeepsAllRecords ? All
            : metrics.Records.IsEmpty ? None
            : new(metrics.Records.Select(static record => record.Name).ToFrozenSet(StringComparer.Ordinal));

    public bool Contains(string name) => _names is null || _names.Contains(name);
}
