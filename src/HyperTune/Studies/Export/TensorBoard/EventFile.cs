using System.Globalization;

namespace HyperTune.Studies.Export.TensorBoard;

/// <summary>An event file of one run, to which whole records are added.</summary>
internal sealed class EventFile : IDisposable
{
    private static int _count;

    private readonly FileStream _file;

    /// <param name="directory">The run's directory, which is created.</param>
    /// <param name="time">The time of its first event. Files of a run are read in the order of their names, which begin with it.</param>
    public EventFile(string directory, DateTimeOffset time)
    {
        Directory.CreateDirectory(directory);
        string name = string.Create(
            CultureInfo.InvariantCulture,
            $"events.out.tfevents.{time.ToUnixTimeSeconds():D10}.hypertune.{Environment.ProcessId}.{Interlocked.Increment(ref _count)}");
        _file = new FileStream(Path.Combine(directory, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        Add(HParamsEvents.FileVersion(Seconds(time)));
    }

    /// <summary>A time as TensorBoard counts it, in seconds since 1970.</summary>
    public static double Seconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).TotalSeconds;

    /// <summary>Adds an event; a reader that follows the file sees it at once.</summary>
    public void Add(ProtoMessage happened)
    {
        _file.Write(EventRecord.Frame(happened.ToArray()));
        _file.Flush();
    }

    public void Dispose() => _file.Dispose();
}
