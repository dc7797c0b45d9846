namespace HyperTune.Storage.Journal.Json;

/// <summary>What the next value of a journal line is.</summary>
internal enum JournalTokenKind
{
    End,
    Object,
    Array,
    String,
    Number,
    True,
    False,
    Null,
}
