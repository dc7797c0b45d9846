namespace HyperTune.Metrics;

/// <summary>What a recorded value is.</summary>
internal enum RecordKind : byte
{
    Nothing,
    Flag,

    /// <summary>A whole number of at most 64 bits.</summary>
    Whole,

    /// <summary>A number as a double.</summary>
    Real,

    /// <summary>A number that is no double: its digits.</summary>
    Digits,
    Text,
}
