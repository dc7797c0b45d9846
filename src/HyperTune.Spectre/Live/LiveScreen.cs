using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace HyperTune.Terminal.Live;

/// <summary>Keeps a picture in a terminal up to date while something runs: a timer draws it, so that what runs never waits for the terminal.</summary>
/// <param name="console">The terminal.</param>
/// <param name="time">The clock of the timer.</param>
internal sealed class LiveScreen(IAnsiConsole console, TimeProvider time)
{
    /// <summary>The time between two pictures.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock _drawing = new();
    private LiveDisplayContext? _context;
    private volatile Exception? _failure;

    /// <summary>Shows a picture while something runs, and takes it away at the end.</summary>
    public async Task<TResult> ShowAsync<TResult>(IRenderable picture, Func<Task<TResult>> run)
    {
        Console.CancelKeyPress += OnCancelKey;
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        using PosixSignalRegistration termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnTermination);
        try
        {
            return await console.Live(picture).AutoClear(true).StartAsync(context => DrawWhileAsync(context, run)).ConfigureAwait(false);
        }
        finally
        {
            AppDomain.CurrentDomain.ProcessExit -= OnExit;
            Console.CancelKeyPress -= OnCancelKey;
        }
    }

    /// <summary>Throws what drawing has thrown, so that it reaches whoever runs the study.</summary>
    public void ThrowIfFailed()
    {
        if (_failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    private async Task<TResult> DrawWhileAsync<TResult>(LiveDisplayContext context, Func<Task<TResult>> run)
    {
        _context = context;
        ITimer timer = time.CreateTimer(_ => Draw(), null, TimeSpan.Zero, Interval);
        try
        {
            TResult result = await run().ConfigureAwait(false);
            ThrowIfFailed();
            return result;
        }
        finally
        {
            // No picture may come after the last one.
            lock (_drawing)
            {
                _context = null;
            }

            await timer.DisposeAsync().ConfigureAwait(false);
        }
    }

    // A picture that is still being drawn when the next one is due is enough.
    private void Draw()
    {
        if (!_drawing.TryEnter())
        {
            return;
        }

        try
        {
            _context?.Refresh();
        }
        catch (Exception exception) when (_failure is null)
        {
            // It would end the process on a thread of the timer; the next report throws it instead.
            (_failure, _context) = (exception, null);
        }
        finally
        {
            _drawing.Exit();
        }
    }

    // The display hides the cursor, and nothing else brings it back when the program ends here.
    private void OnCancelKey(object? sender, ConsoleCancelEventArgs key)
    {
        if (!key.Cancel)
        {
            console.Cursor.Show();
        }
    }

    // No other event comes before the signal ends the program. Where the program handles it and goes on, the cursor is seen early.
    private void OnTermination(PosixSignalContext signal) => console.Cursor.Show();

    private void OnExit(object? sender, EventArgs e) => console.Cursor.Show();
}
