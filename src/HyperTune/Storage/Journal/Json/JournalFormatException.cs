namespace HyperTune.Storage.Journal.Json;

/// <summary>A line that is no journal record. The journal turns it into a <see cref="JournalException"/> that names the file and the line.</summary>
internal sealed class JournalFormatException(string message) : FormatException(message);
