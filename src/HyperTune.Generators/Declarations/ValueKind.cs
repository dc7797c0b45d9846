namespace HyperTune.Generators.Declarations;

/// <summary>What a parameter's values are, its nullability aside.</summary>
internal enum ValueKind
{
    /// <summary>A type that no distribution can draw.</summary>
    Unsupported,
    Double,
    Single,
    Half,
    Decimal,
    Int64,
    UInt64,
    Int32,
    UInt32,
    Int16,
    UInt16,
    SByte,
    Byte,
    Boolean,
    Char,
    Enum,
    String,
    TimeSpan,

    /// <summary>A type that is a search space itself.</summary>
    Space,
}
