using System.Collections;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// Text with placeholders, <c>{name}</c> or <c>{name:format}</c>, to which arguments belong in the order of the
/// placeholders; or, if the names are 0, 1, … without a gap, by those numbers.
/// </summary>
internal sealed class MessageTemplate
{
    private readonly string _text;
    private readonly List<Placeholder> _placeholders;

    private MessageTemplate(string text, List<Placeholder> placeholders) =>
        (_text, _placeholders) = (text, placeholders);

    public static MessageTemplate Parse(string text, object?[] arguments)
    {
        // Without arguments a text is no template, whatever braces it holds.
        var placeholders = arguments.Length == 0 ? [] : Placeholder.Find(text);
        return new MessageTemplate(text, placeholders);
    }

    /// <summary>The placeholders that have an argument, each with it.</summary>
    public IEnumerable<(Placeholder Placeholder, object? Argument)> Pairs(object?[] arguments)
    {
        var positional = IsPositional();
        for (var index = 0; index < _placeholders.Count; index++)
        {
            var position = positional ? _placeholders[index].Position!.Value : index;
            if (position < arguments.Length)
            {
                yield return (_placeholders[index], arguments[position]);
            }
        }
    }

    public string Render(object?[] arguments)
    {
        if (_placeholders.Count == 0)
        {
            return _text;
        }

        var rendered = new StringBuilder(_text.Length + 32);
        var end = 0;
        foreach (var (placeholder, argument) in Pairs(arguments))
        {
            rendered.Append(_text, end, placeholder.Start - end).Append(Render(placeholder, argument));
            end = placeholder.End;
        }

        return rendered.Append(_text, end, _text.Length - end).ToString();
    }

    private static string? Render(Placeholder placeholder, object? argument) => argument switch
    {
        byte[] bytes => LogValue.Hexadecimal(bytes),
        ReadOnlyMemory<byte> bytes => LogValue.Hexadecimal(bytes.Span),
        Memory<byte> bytes => LogValue.Hexadecimal(bytes.Span),
        null or IList or IDictionary => placeholder.Token,
        _ when placeholder.Format is { } format => LogValue.Formatted(argument, format),
        DateTime or DateTimeOffset or DateOnly or TimeOnly => LogValue.Text(argument),
        _ => argument.ToString(),
    };

    private bool IsPositional()
    {
        var positions = new HashSet<int>();
        foreach (var placeholder in _placeholders)
        {
            if (placeholder.Position is not { } position)
            {
                return false;
            }

            positions.Add(position);
        }

        return positions.Count > 0 && positions.Min() == 0 && positions.Max() == positions.Count - 1;
    }
}
