namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>The types that a distribution can draw.</summary>
internal enum MemberType
{
    Double,
    Single,
    Decimal,
    Int64,
    Int32,
    Int16,
    Byte,
    TimeSpan,
    Boolean,
    String,
    Enum,
}
