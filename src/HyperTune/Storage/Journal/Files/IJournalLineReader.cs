using HyperTune.Storage.Journal.Json;

namespace HyperTune.Storage.Journal.Files;

/// <summary>Takes in a journal's lines.</summary>
internal interface IJournalLineReader
{
    /// <summary>How many lines have been read, refused ones included.</summary>
    int LineCount { get; }

    /// <summary>Takes in one line without its line break.</summary>
    /// <exception cref="JournalFormatException">The line is no record; Optuna could not read the file either.</exception>
    void Read(ReadOnlySpan<byte> line);
}
