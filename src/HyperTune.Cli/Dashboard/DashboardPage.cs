using HyperTune.Views.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HyperTune.Cli.Dashboard;

/// <summary>The page itself: it reads all that it shows from the other endpoints.</summary>
internal static class DashboardPage
{
    private const string Html = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>HyperTune</title>
        <link rel="stylesheet" href="dashboard.css">
        <link rel="icon" href="data:,">
        </head>
        <body>
        <main id="page"><noscript>This page follows studies with a script of its own; allow scripts to see it.</noscript></main>
        <script src="dashboard.js"></script>
        </body>
        </html>
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "/", "text/html; charset=utf-8", Html);
        Map(routes, "/dashboard.js", "text/javascript; charset=utf-8", WebPart.Read("dashboard.js"));
        Map(routes, "/dashboard.css", "text/css; charset=utf-8", WebPart.Read("dashboard.css"));
        Map(routes, "/licences.txt", "text/plain; charset=utf-8", WebPart.Licences);
    }

    private static void Map(IEndpointRouteBuilder routes, string path, string type, string content) => routes.MapGet(path, (HttpContext context) =>
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(content);
    });
}
