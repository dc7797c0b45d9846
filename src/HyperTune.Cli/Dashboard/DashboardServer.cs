using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HyperTune.Cli.Dashboard;

/// <summary>Serves the studies of a journal to browsers, live.</summary>
internal sealed class DashboardServer : IAsyncDisposable
{
    // More than any form or note has; a study's own data is never sent here.
    private const int MostRequestBytes = 1 << 20;

    private readonly WebApplication _application;
    private readonly LiveStudies _studies;
    private readonly DashboardOptions _options;

    private DashboardServer(WebApplication application, LiveStudies studies, DashboardOptions options)
    {
        _application = application;
        _studies = studies;
        _options = options;
    }

    /// <summary>Where a browser finds it, with the token.</summary>
    public Uri Address
    {
        get
        {
            string bound = _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            var address = new UriBuilder(bound) { Query = _options.Token is { } token ? $"token={Uri.EscapeDataString(token)}" : "" };
            address.Host = _options.Address.Equals(IPAddress.Any) || _options.Address.Equals(IPAddress.IPv6Any) ? Dns.GetHostName() : address.Host;
            return address.Uri;
        }
    }

    /// <summary>Starts to serve.</summary>
    /// <param name="storage">The journal.</param>
    /// <param name="options">How to serve it.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="IOException">The address or the port is taken or not this machine's.</exception>
    /// <exception cref="InvalidOperationException">The tool was built without its web part.</exception>
    public static async Task<DashboardServer> StartAsync(JournalStorage storage, DashboardOptions options, CancellationToken cancellationToken = default)
    {
        // No settings of the directory that it is started in, and of the environment, change what it does.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.AddFilter(static level => level >= LogLevel.Warning);
        builder.Logging.AddConsole(static console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostRequestBytes;
            kestrel.Listen(options.Address, options.Port);
        });
        builder.Services.AddRoutingCore();
        WebApplication application = builder.Build();
        var studies = new LiveStudies(storage);
        application.Use(next => context => new DashboardGuard(options).CheckAsync(context, next));
        application.Use(AnswerMistakes);
        application.UseRouting();
        DashboardPage.Map(application);
        new StudyEndpoints(studies, options).Map(application);
        var server = new DashboardServer(application, studies, options);
        try
        {
            await application.StartAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }


    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await _studies.DisposeAsync();
    }

    // What is wrong with a request or a journal is said to whoever asked, in one line.
    private static RequestDelegate AnswerMistakes(RequestDelegate next) => async context =>
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = exception.StatusCode;
            await StudyEndpoints.WriteAsync(context, writer => WriteError(writer, exception));
        }
        catch (Exception exception) when (!context.Response.HasStarted && exception is IOException or UnauthorizedAccessException or InvalidDataException or InvalidOperationException)
        {
            context.Response.StatusCode = StatusCodes.Status409Conflict;
            await StudyEndpoints.WriteAsync(context, writer => WriteError(writer, exception));
        }
    };

    private static void WriteError(System.Text.Json.Utf8JsonWriter writer, Exception exception)
    {
        writer.WriteStartObject();
        writer.WriteString("error", exception.Message);
        writer.WriteEndObject();
    }
}
