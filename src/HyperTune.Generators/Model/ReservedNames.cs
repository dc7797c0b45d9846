using System;
using System.Collections.Generic;

namespace HyperTune.Generators.Model;

/// <summary>The names of the members that every descriptor or gradient has or inherits: a parameter of such a name gets a suffix.</summary>
internal static class ReservedNames
{
    /// <summary>The property for the selector of a conditional space.</summary>
    public const string Selector = "Case";

    public static IReadOnlyCollection<string> All => Names;

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        // Of every gradient record.
        "Clone", "Deconstruct", "EqualityContract", "PrintMembers", "WriteTo",

        // Of every descriptor.
        "Cardinality", "Compare", "ConfigType", "Contains", "Decode", "Default", "DimensionCount", "Encode", "Equals", "Finalize", "FindParameter",
        "FindViolatedConstraint", "Fingerprint", "Format", "GetHashCode", "GetType", "HasConstraints", "Initialize", "Instance", "MaximumDraws", "MemberwiseClone",
        "Name", "Narrow", "Normalize", "Parameters", "ReadJson", "ReferenceEquals", "Sample", "SampleVector", "ToString", "Validate", "WriteJson",
    };

    /// <summary>The names of the members that every descriptor of metrics has or inherits.</summary>
    public static IReadOnlyCollection<string> OfMetrics { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "All", "Decode", "Encode", "EncodeRecords", "Equals", "Finalize", "GetHashCode", "GetType", "Initialize", "Instance", "Limits", "MemberwiseClone", "Name", "Objectives",
        "Records", "ReferenceEquals", "ToString", "Violation",
    };

    public static bool Contains(string name) => Names.Contains(name);
}
