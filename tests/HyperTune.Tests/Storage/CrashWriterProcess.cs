using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace HyperTune.Tests;

/// <summary>A process that runs trials into a journal until it is done or killed, and what it said is stored.</summary>
internal sealed class CrashWriterProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<(int Number, double Value)> _acknowledged = new();
    private readonly Task _reading;
    private readonly TaskCompletionSource _working = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private int _resumed;
    private int _scored;

    /// <param name="journal">The journal.</param>
    /// <param name="trials">The number of trials in all.</param>
    /// <param name="threads">How many of them run at once.</param>
    /// <param name="microseconds">How long a trial takes, or a step of one that saves something.</param>
    /// <param name="kept">Lets trials save checkpoints and an artifact, which the best of that many keep; -k lets them be cross-validated over k folds.</param>
    public CrashWriterProcess(string journal, int trials, int threads, int microseconds, int? kept = null)
    {
        // artifacts/bin/<project>/<configuration>/
        string configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        string assembly = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../HyperTune.CrashWriter", configuration, "HyperTune.CrashWriter.dll"));
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            ArgumentList = { assembly, journal, $"{trials}", $"{threads}", $"{microseconds}" },
        };
        if (kept is { } best)
        {
            start.ArgumentList.Add($"{best}");
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
        _reading = Task.WhenAll(ReadOutput(), ReadErrors());
    }

    public IReadOnlyCollection<(int Number, double Value)> Acknowledged => _acknowledged;

    /// <summary>How many trials it began with the checkpoint of another process.</summary>
    public int Resumed => Volatile.Read(ref _resumed);

    /// <summary>How many folds it has scored.</summary>
    public int Scored => Volatile.Read(ref _scored);

    public string Errors { get; private set; } = "";

    public bool WasKilled { get; private set; }

    /// <summary>Waits until the first result is stored, or the process has ended.</summary>
    public Task WaitForWorkAsync() => Task.WhenAny(_working.Task, _reading);

    /// <summary>Ends the process as a loss of power would: at once, wherever it is.</summary>
    public void Kill()
    {
        WasKilled = !_process.HasExited;
        _process.Kill();
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> WaitAsync()
    {
        await _reading;
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose() => _process.Dispose();

    private async Task ReadOutput()
    {
        // The line behind the last line break may have been cut short by the kill, so it says nothing.
        string rest = "";
        char[] buffer = new char[4096];
        for (int read; (read = await _process.StandardOutput.ReadAsync(buffer)) > 0;)
        {
            string[] lines = (rest + new string(buffer, 0, read)).Split('\n');
            rest = lines[^1];
            Array.ForEach(lines[..^1], Note);
        }
    }

    private void Note(string line)
    {
        if (line.StartsWith("resumed ", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _resumed);
        }
        else if (line.StartsWith("scored ", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _scored);
        }
        else if (line.Split(' ') is ["done", var number, var value])
        {
            _acknowledged.Enqueue((int.Parse(number, CultureInfo.InvariantCulture), double.Parse(value, CultureInfo.InvariantCulture)));
            _working.TrySetResult();
        }
    }

    private async Task ReadErrors() => Errors = await _process.StandardError.ReadToEndAsync();
}
