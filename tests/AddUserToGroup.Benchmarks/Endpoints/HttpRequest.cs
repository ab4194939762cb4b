using System.Globalization;

namespace AddUserToGroup.Benchmarks.Endpoints;

/// <summary>A request: its line and headers, without the blank line that ends them, and its body.</summary>
internal sealed record HttpRequest(string Head, byte[] Body)
{
    public string Method => Head[..Head.IndexOf(' ', StringComparison.Ordinal)];

    public string Target
    {
        get
        {
            var start = Head.IndexOf(' ', StringComparison.Ordinal) + 1;
            return Head[start..Head.IndexOf(' ', start)];
        }
    }

    /// <summary>The value of a header; null where it is missing.</summary>
    public string? Header(string name) => Header(Head, name);

    /// <exception cref="BenchmarkException">The body comes in chunks, which no candidate has to do.</exception>
    public static int ContentLength(string head)
    {
        if (Header(head, "Transfer-Encoding") is not null)
        {
            throw new BenchmarkException("A candidate sent a body in chunks, which is not read here.");
        }

        return int.Parse(Header(head, "Content-Length") ?? "0", NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static string? Header(string head, string name)
    {
        var start = head.IndexOf($"\r\n{name}:", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return null;
        }

        start += name.Length + 3;
        var end = head.IndexOf('\r', start);
        return (end < 0 ? head[start..] : head[start..end]).Trim();
    }
}
