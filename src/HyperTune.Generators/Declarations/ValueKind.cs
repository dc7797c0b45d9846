namespace HyperTune.Generators.Declarations;

/// <summary>What a parameter's values are, its nullability aside.</summary>
internal enum ValueKind
{
    /// <summary>A type that no distribution can draw.</summary>
    Unsupported,
    Double,
    Single,
    Decimal,
    Int64,
    Int32,
    Int16,
    Byte,
    Boolean,
    Enum,
    String,
    TimeSpan,

    /// <summary>A type that is a search space itself.</summary>
    Space,
}
