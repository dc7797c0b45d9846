using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace HyperTune.Cli.Dashboard;

/// <summary>
/// Who may ask what. A page of another site can neither read a study, whose address its script does not share, nor change one: a change takes a header that no form can
/// send. A name that somebody else's DNS leads to this machine is refused, too.
/// </summary>
internal sealed class DashboardGuard(DashboardOptions options)
{
    /// <summary>The header without which nothing is changed.</summary>
    public const string ChangeHeader = "X-HyperTune";

    private const string CookieName = "hypertune";
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob: data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Lets a request pass, or answers it.</summary>
    public async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        (int status, string message) = Judge(context);
        if (status != StatusCodes.Status200OK)
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(message);
            return;
        }

        if (options.Token is not null && context.Request.Query.ContainsKey("token") && HttpMethods.IsGet(context.Request.Method))
        {
            // From here on the token is in no address that somebody might copy. Two slashes at the start would lead to another host.
            context.Response.Cookies.Append(CookieName, options.Token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true });
            context.Response.Redirect($"/{context.Request.Path.ToUriComponent().TrimStart('/', '\\')}");
            return;
        }

        await next(context);
    }

    private (int Status, string Message) Judge(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (options.IsLocal && !(request.Host.Host is "localhost" or "127.0.0.1" or "[::1]" || request.Host.Host == options.Address.ToString()))
        {
            return (StatusCodes.Status421MisdirectedRequest, "This dashboard answers to localhost only.");
        }

        if (options.Token is not null && !Knows(request))
        {
            return (StatusCodes.Status401Unauthorized, "This dashboard takes a token: open the address that 'hypertune dashboard' printed.");
        }

        bool isChange = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);
        return !isChange ? (StatusCodes.Status200OK, "")
            : options.IsReadOnly ? (StatusCodes.Status403Forbidden, "This dashboard was started with --read-only.")
            : !request.Headers.ContainsKey(ChangeHeader) ? (StatusCodes.Status403Forbidden, $"A change takes the header {ChangeHeader}.")
            : !request.HasJsonContentType() ? (StatusCodes.Status415UnsupportedMediaType, "A change is JSON.")
            : (StatusCodes.Status200OK, "");
    }

    private bool Knows(HttpRequest request)
    {
        string? given = request.Query["token"] is [{ } asked] ? asked : request.Cookies[CookieName];
        return given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(options.Token!));
    }
}
