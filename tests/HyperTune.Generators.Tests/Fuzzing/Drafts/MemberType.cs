namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>The types that a distribution can draw.</summary>
internal enum MemberType
{
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
    TimeSpan,
    Char,
    Boolean,
    String,
    Enum,
}
