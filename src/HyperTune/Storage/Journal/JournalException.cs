using HyperTune.Text;

namespace HyperTune;

/// <summary>A journal file that cannot be read or written. The message names the file and, where there is one, the line, and says what to do.</summary>
public sealed class JournalException : IOException
{
    internal JournalException(string path, int? line, string message, Exception? innerException = null)
        : base(Printable.Of(line is null ? $"Journal '{path}': {message}" : $"Journal '{path}', line {line}: {message}"), innerException)
    {
        Path = path;
        Line = line;
    }

    /// <summary>The journal's absolute path.</summary>
    public string Path { get; }

    /// <summary>The number of the line that cannot be read, counted from 1.</summary>
    /// <value><see langword="null"/> when the error is about the file as a whole.</value>
    public int? Line { get; }
}
